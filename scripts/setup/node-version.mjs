// Imported first by every script, and written so that old versions of Node can read it too.

const wanted = { major: 20, minor: 19 }
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < wanted.major || (major === wanted.major && minor < wanted.minor)) {
  process.stderr.write(
    `Parley needs Node ${wanted.major}.${wanted.minor} or newer to be built; this is Node ${process.versions.node} (${process.execPath}).\n`,
  )
  process.exit(1)
}

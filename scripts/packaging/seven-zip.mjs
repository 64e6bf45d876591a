#!/usr/bin/env node
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

// Stands in for 7-Zip, which is a download from elsewhere, where electron-builder compresses a tar archive: `a … OUT.tar.gz IN.tar`.
const args = process.argv.slice(2)
const [out, from] = args.slice(-2)
if (args[0] !== 'a' || !out?.endsWith('.gz') || !from?.endsWith('.tar')) {
  process.stderr.write(`Only gzip archives are made here, and not: ${args.join(' ')}\n`)
  process.exit(2)
}
await pipeline(createReadStream(from), createGzip({ level: 9 }), createWriteStream(out))

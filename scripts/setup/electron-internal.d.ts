// Methods that Electron's own default app uses too, and that its public types leave out.
declare namespace Electron {
  interface App {
    setVersion(version: string): void
    setAppPath(path: string): void
  }
}

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

/** The repository's folder. */
export const repository = resolve(import.meta.dirname, '../..')

const electronSchema = z.object({ path: z.string(), distDir: z.string(), version: z.string(), official: z.boolean() })
export type Electron = z.infer<typeof electronSchema>

const displaySchema = z.object({ name: z.string(), stop: z.custom<() => void>((value) => typeof value === 'function') })
export type Display = z.infer<typeof displaySchema>

/** The scripts are plain JavaScript, so what they give is parsed. */
async function script(path: string): Promise<unknown> {
  const loaded: unknown = await import(pathToFileURL(resolve(repository, 'scripts', path)).href)
  return loaded
}

/** The Electron that the set-up chose. */
export async function findElectron(): Promise<Electron> {
  const found = z
    .object({ findElectron: z.custom<() => unknown>((value) => typeof value === 'function') })
    .parse(await script('setup/electron.mjs'))
  return electronSchema.parse(found.findElectron())
}

/** Starts a virtual display on the first free number. */
export async function startDisplay(): Promise<Display> {
  const found = z
    .object({ startDisplay: z.custom<() => Promise<unknown>>((value) => typeof value === 'function') })
    .parse(await script('run/display.mjs'))
  return displaySchema.parse(await found.startDisplay())
}

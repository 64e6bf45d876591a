import { setUp } from './setup/setup.mjs'
import { runMain, say, SetUpError } from './setup/step.mjs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { onPath } from './setup/on-path.mjs'
import { inRepository } from './setup/places.mjs'

const sizes = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]

// Paints the drawings in assets in the sizes that systems ask for; run it by hand after a drawing has changed.
await runMain(async () => {
  await setUp('packages')
  const executablePath = ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find(Boolean)
  if (!executablePath) throw new SetUpError('Painting the icons needs Chromium or Chrome.')
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({ executablePath })
  /** @param {string} svg @param {number} size @returns {Promise<Buffer>} */
  const paint = async (svg, size) => {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`)
    const png = await page.screenshot({ omitBackground: true })
    await page.close()
    return png
  }
  const icon = await readFile(inRepository('assets', 'icon.svg'), 'utf8')
  await mkdir(inRepository('assets', 'icons'), { recursive: true })
  for (const size of sizes) await writeFile(inRepository('assets', 'icons', `${size}x${size}.png`), await paint(icon, size))
  await writeFile(inRepository('assets', 'icon.png'), await paint(icon, Math.max(...sizes)))
  await browser.close()
  say(`${sizes.length + 1} pictures painted into assets`)
})

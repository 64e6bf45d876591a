import './styles'
import { askAhead, askedFirst } from './api/ahead'
import { wordFiles } from './i18n/word-files'
import { firstLanguage } from './preferences/first-language'
import { pageAt, pageScripts } from './routes/page-scripts'

// Everything that the page needs is asked for at once, before the first of it is there: this script imports nothing that is
// large. What comes to nothing here is asked for again, and told, where it is used.
const ignore = () => undefined
const { pathname, search } = window.location
askAhead(askedFirst(pathname, search))
wordFiles[firstLanguage()]().catch(ignore)
const page = pageAt(pathname)
if (page !== null) pageScripts[page]().catch(ignore)

const { show } = await import('./show')
await show()

/**
 * Makes libraries keep to the page's Content-Security-Policy. Import it before anything else: zod looks at its
 * settings when schemas are made, and the scroll lock of dialogs reads its nonce once.
 */
import { z } from 'zod'
import { styleNonce } from './style-nonce'

// Without this, zod tries `new Function` once; the policy refuses it and reports a violation.
z.config({ jitless: true })

// `get-nonce`, which the scroll lock uses, takes the nonce for its style element from this global.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

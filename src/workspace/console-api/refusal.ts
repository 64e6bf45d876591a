import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ConsoleError } from '../../contract/console-api'

const statuses: Readonly<Record<ConsoleError['error'], ContentfulStatusCode>> = {
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'sign-in-outdated': 400,
  'not-allowed': 403,
  'not-found': 404,
  invalid: 400,
  'no-seats-left': 409,
  'licence-not-usable': 409,
  'one-meeting-licence': 409,
  'company-exists': 409,
  'company-ends': 403,
  'not-a-picture': 400,
  'email-taken': 409,
  'selection-changed': 409,
  'too-large': 413,
  'not-text': 400,
  nobody: 409,
  'wrong-state': 409,
  'last-administrator': 409,
  'password-too-common': 400,
  'mail-needed': 409,
  'too-many-requests': 429,
  busy: 503,
  internal: 500,
}

/** A refusal by the console's API, thrown by routes and answered by its router. */
export class ConsoleRefusal extends Error {
  override name = 'ConsoleRefusal'
  readonly status: ContentfulStatusCode

  /** @param fields The fields at fault. @param retryAfter Seconds to wait. */
  constructor(
    readonly error: ConsoleError['error'],
    private readonly more: { readonly fields?: readonly string[]; readonly retryAfter?: string } = {},
  ) {
    super(error)
    this.status = statuses[error]
  }

  get retryAfter(): string | undefined {
    return this.more.retryAfter
  }

  body(): ConsoleError {
    return { error: this.error, ...(this.more.fields === undefined ? {} : { fields: [...this.more.fields] }) }
  }
}

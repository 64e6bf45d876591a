import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ApiError } from '../../contract/web-api'

type ErrorName = ApiError['error']

/** Status and number of each error. The numbers are Parley's own and stable; the vendor's are not documented. */
const errors: Readonly<Record<ErrorName, readonly [status: ContentfulStatusCode, code: number]>> = {
  invalid_request: [400, 1],
  invalid_token: [401, 2],
  token_expired: [401, 3],
  wrong_credentials: [401, 4],
  invalid_client: [401, 5],
  invalid_permission: [403, 6],
  not_found: [404, 7],
  rate_limit_reached: [429, 8],
  too_many_retries: [429, 9],
  internal_error: [500, 10],
  license_required: [403, 11],
}

/** A refusal by the Web API, thrown by routes and answered by its router. */
export class ApiRefusal extends Error {
  override name = 'ApiRefusal'
  readonly status: ContentfulStatusCode

  /**
   * @param error The error's name.
   * @param description For developers, in English as the vendor's.
   * @param retryAfter Seconds to wait, or null.
   * @param status Where it is not the error's usual one.
   */
  constructor(
    readonly error: ErrorName,
    readonly description: string,
    readonly retryAfter: number | null = null,
    status: ContentfulStatusCode = errors[error][0],
  ) {
    super(description)
    this.status = status
  }

  /** The error's body, after the vendor's. @param signature Names the request for support. */
  body(signature: string): ApiError {
    return {
      error: this.error,
      error_description: this.description,
      error_code: errors[this.error][1],
      error_signature: signature,
    }
  }
}

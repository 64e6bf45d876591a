import type { AnsweredRequest } from './request-log'

/** Figures for Prometheus. */
export interface Metrics {
  readonly contentType: string
  record(request: AnsweredRequest): void
  /** All figures as Prometheus reads them. */
  render(): Promise<string>
}

/** Seconds; the speeds that are promised (20, 30, 60 and 100 ms) are among the borders. */
const borders = [0.005, 0.01, 0.02, 0.03, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** Makes the figures of one workspace: requests by route, and the process's own memory and time. */
export async function createMetrics(): Promise<Metrics> {
  const { collectDefaultMetrics, Histogram, Registry } = await import('prom-client')
  const register = new Registry()
  collectDefaultMetrics({ register })
  const durations = new Histogram({
    name: 'parley_http_request_duration_seconds',
    help: 'Time until a request was answered',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: borders,
    registers: [register],
  })
  return {
    contentType: register.contentType,
    record: ({ method, route, status, milliseconds }) => {
      durations.observe({ method, route, status: String(status) }, milliseconds / 1000)
    },
    render: () => register.metrics(),
  }
}

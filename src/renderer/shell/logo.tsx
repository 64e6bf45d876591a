/** Parley's mark: a speech bubble. */
export function Logo() {
  return (
    <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
      <path
        fill="var(--accent)"
        d="M8 2h10a6 6 0 0 1 6 6v5a6 6 0 0 1-6 6h-6.5L6.6 23.2A1 1 0 0 1 5 22.4V18.2A6 6 0 0 1 2 13V8a6 6 0 0 1 6-6z"
      />
      <g fill="var(--on-accent)">
        <circle cx="8.5" cy="10.5" r="1.7" />
        <circle cx="13" cy="10.5" r="1.7" />
        <circle cx="17.5" cy="10.5" r="1.7" />
      </g>
    </svg>
  )
}

/** Who takes the focus when the next page opens: its heading, unless something on it was asked for. */
let claims = 0

/** Keeps headings from taking the focus, for something on the page that opens; ends with the function that it gives. */
export function claimArrivalFocus(): () => void {
  claims++
  let isHeld = true
  return () => {
    if (isHeld) claims--
    isHeld = false
  }
}

/** Whether a page that opens leaves the focus alone. */
export function isArrivalFocusClaimed(): boolean {
  return claims > 0
}

import type { ComponentProps, MouseEvent } from 'react'
import styles from './button.module.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  type?: 'button' | 'submit'
  /** `primary` once per screen at most; `quiet` has no edge; `danger` is for leaving and deleting. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger'
  /** What it does is under way: it does nothing more meanwhile. Unlike a disabled one, it keeps the focus. */
  isBusy?: boolean
}

function classes(...names: (string | undefined)[]): string {
  return names.filter((name) => name !== undefined).join(' ')
}

/** The client's button. It is the page's own, so that the first screen needs no component library. */
export function Button({ look = 'plain', type = 'button', isBusy = false, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(styles['button'], styles[look], className)}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? doNothing : onClick}
      {...rest}
    />
  )
}

/** Sends no form, either. */
function doNothing(event: MouseEvent): void {
  event.preventDefault()
}

/** Something that leads out of the client, to a page whose address main alone knows. */
export function OutsideLink({ className, ...rest }: Omit<ComponentProps<'button'>, 'type' | 'role'>) {
  return <button type="button" role="link" className={classes(styles['link'], className)} {...rest} />
}

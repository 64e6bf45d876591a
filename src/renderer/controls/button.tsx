import type { ComponentProps } from 'react'
import styles from './button.module.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  type?: 'button' | 'submit'
  /** `primary` once per screen at most; `quiet` has no edge; `danger` is for leaving and deleting. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger'
}

function classes(...names: (string | undefined)[]): string {
  return names.filter((name) => name !== undefined).join(' ')
}

/** The client's button. It is the page's own, so that the first screen needs no component library. */
export function Button({ look = 'plain', type = 'button', className, ...rest }: ButtonProps) {
  return <button type={type} className={classes(styles['button'], styles[look], className)} {...rest} />
}

/** Something that leads out of the client, to a page whose address main alone knows. */
export function OutsideLink({ className, ...rest }: Omit<ComponentProps<'button'>, 'type' | 'role'>) {
  return <button type="button" role="link" className={classes(styles['link'], className)} {...rest} />
}

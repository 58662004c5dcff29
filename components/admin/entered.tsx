import type { ReactElement } from 'react'

/**
 * A text that somebody entered, as a value of a message (`t.rich`): isolated, so that its direction does not affect the
 * text around it, with the key that React requires.
 */
export function entered(text: string): ReactElement {
  return <bdi key={text}>{text}</bdi>
}

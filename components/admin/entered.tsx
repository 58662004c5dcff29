import type { ReactElement } from 'react'

/**
 * A text that somebody entered, as a value of a message (`t.rich`): apart, so that its direction turns nothing around it,
 * and the key that React asks for among a message's parts.
 */
export function entered(text: string): ReactElement {
  return <bdi key={text}>{text}</bdi>
}

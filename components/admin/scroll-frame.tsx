import type { ReactNode } from 'react'

interface Props {
  /** Names its content for screen readers. */
  name: string
  children: ReactNode
}

/**
 * A frame in which content wider than the screen scrolls, also by keyboard (axe: scrollable-region-focusable; Safari
 * does not focus such frames itself). Focusable elements need a role and a name; sections would be too many landmarks.
 */
export function ScrollFrame({ name, children }: Props) {
  return (
    // Biome knows no frame that scrolls: it asks for a fieldset, which is for inputs, or for no tabIndex.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a set of inputs
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll it
    <div className="scroll" role="group" tabIndex={0} aria-label={name}>
      {children}
    </div>
  )
}

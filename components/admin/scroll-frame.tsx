import type { ReactNode } from 'react'

interface Props {
  /** Says what it holds, to those who hear it. */
  name: string
  children: ReactNode
}

/**
 * What is wider than the screen scrolls in it, also by keys (axe: scrollable-region-focusable; Safari gives scrolling frames
 * no focus of their own). What has focus needs a role and a name; a section would be one more landmark for each.
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

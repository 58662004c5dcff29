import { isValidElement, type ReactNode } from 'react'
import { type Crumb, Crumbs } from './crumbs'
import { t } from './words'

interface Props {
  children: ReactNode
  /** In place of the heading's words where those name a person or hold an address: browsers keep titles, and send them to other devices. */
  tab?: string | undefined
  /** The pages above this one, from a place of the navigation on. */
  below?: Crumb[]
  /** This page's name below those, where the heading says more. */
  here?: string
  /** What is done from here: links, the first of them the one that this page is mostly for; or a form. */
  actions?: ReactNode
}

/**
 * A page's heading, and with the same words its title: tabs and the browser's history name the thing. In the page and not
 * in its metadata, which is made for whoever asks: what a person may not read is not in the title either.
 */
export function PageHeading({ children, tab, below = [], here, actions }: Props) {
  const own = here ?? textOf(children)
  // Words of ours are a string; what somebody entered stands in an element.
  const entered = here === undefined && typeof children !== 'string'
  return (
    <>
      <title>{`${tab ?? textOf(children)} · ${t('frame.admin')}`}</title>
      <Crumbs trail={below} here={{ words: own, entered }} />
      {actions ? (
        <div className="head">
          <h1>{children}</h1>
          <div className="row">{actions}</div>
        </div>
      ) : (
        <h1>{children}</h1>
      )}
    </>
  )
}

/** The way to what this page is mostly for, beside its heading. */
export function MainAction({ href, children }: { href: string; children: string }) {
  return (
    <a className="button main" href={href}>
      {children}
    </a>
  )
}

/** The text of what is made of text and elements; a component would have none. */
function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map(textOf).join('')
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : ''
}

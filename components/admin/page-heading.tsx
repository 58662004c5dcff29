import { isValidElement, type ReactNode } from 'react'
import { type Crumb, Crumbs } from './crumbs'
import { t } from './words'

interface Props {
  children: ReactNode
  /**
   * A title for the tab, if the heading names a person or an address: browsers store titles, and send them to other
   * devices.
   */
  tab?: string | undefined
  /** The pages above this one, the first a place of the navigation. */
  below?: Crumb[]
  /** This page's name in the breadcrumbs, if the heading says more. */
  here?: string
  /** Actions: links, the main one first, or a form. */
  actions?: ReactNode
}

/**
 * A page's heading, also used as its title, so that tabs and the history name the thing. It is in the page rather than
 * its metadata, which is made even for those who may not read the page.
 */
export function PageHeading({ children, tab, below = [], here, actions }: Props) {
  const own = here ?? textOf(children)
  // Our own texts are strings; texts that somebody entered are elements.
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

/** The link to a page's main action, beside its heading. */
export function MainAction({ href, children }: { href: string; children: string }) {
  return (
    <a className="button main" href={href}>
      {children}
    </a>
  )
}

/** The text content of text and elements; components would have none. */
function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map(textOf).join('')
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : ''
}

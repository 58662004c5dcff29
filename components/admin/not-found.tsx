import type { ReactNode } from 'react'
import { capital } from './code-name'
import { type Crumb, placeCrumb } from './crumbs'
import { Empty } from './empty'
import { PageHeading } from './page-heading'
import { t } from './words'

interface Props {
  /** The missing thing, in a word, or the whole heading. */
  what?: string
  title?: string
  /** The address of its list. */
  list: string
  /** The page above it, if that is no place of the navigation. */
  above?: Crumb
  /** The reason, if known; otherwise it may have been deleted. */
  children?: ReactNode
}

/** Replaces the page of something that was not found, with links to continue. */
export function NotFound({ what = '', title, list, above, children }: Props) {
  const place = placeCrumb(list)
  const next = above ?? place
  return (
    <>
      <PageHeading below={above ? [place, above] : [place]}>
        {title ?? capital(t('common.notFound', { what }))}
      </PageHeading>
      <Empty next={next}>{children ?? t('common.itMayHaveBeen')}</Empty>
    </>
  )
}

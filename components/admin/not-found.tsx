import type { ReactNode } from 'react'
import { capital } from './code-name'
import { type Crumb, placeCrumb } from './crumbs'
import { Empty } from './empty'
import { PageHeading } from './page-heading'
import { t } from './words'

interface Props {
  /** What is not there, in a word, or the whole heading. */
  what?: string
  title?: string
  /** The address of its list. */
  list: string
  /** The page above it, where that is no place of the navigation. */
  above?: Crumb
  /** Why, where more is known than that it may have been deleted. */
  children?: ReactNode
}

/** In place of a page about something that is not there: where to go on from here. */
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

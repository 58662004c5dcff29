import { isId } from '@/lib/input/id'
import type { AdminPageProps } from './admin-page'
import { NoticeFocus } from './notice-focus'
import { t, tOf } from './words'

interface Props extends Pick<AdminPageProps, 'searchParams'> {
  /** Codes of what was done that the page says itself, with Undo. */
  except?: string[]
}

export async function Notice({ searchParams, except = [] }: Props) {
  const query = await searchParams
  const good = except.includes(String(query.done)) ? undefined : said('done', query.done)
  const bad = said('problem', query.problem)
  return (
    <>
      {good && (
        <NoticeFocus>
          <p className="notice" role="status" tabIndex={-1}>
            {good}
          </p>
        </NoticeFocus>
      )}
      {bad && (
        <NoticeFocus>
          <p className="notice wrong" role="alert" tabIndex={-1}>
            {bad}
            {isId(query.kept) && (
              <>
                {' '}
                <a href={`/admin/kept/${query.kept}`}>{t('common.whatYouTypedIs')}</a>
              </>
            )}
          </p>
        </NoticeFocus>
      )}
    </>
  )
}

function said(area: string, code: unknown): string | undefined {
  return typeof code === 'string' ? tOf(area, code) : undefined
}

import { isId } from '@/lib/input/id'
import type { AdminPageProps } from './admin-page'
import { SaidScript } from './said-script'
import { t, tOf } from './words'

interface Props extends Pick<AdminPageProps, 'searchParams'> {
  /** Codes of results that the page announces itself, with Undo. */
  except?: string[]
}

export async function Notice({ searchParams, except = [] }: Props) {
  const query = await searchParams
  const good = except.includes(String(query.done)) ? undefined : said('done', query.done)
  const bad = said('problem', query.problem)
  return (
    <>
      {good && (
        <p className="notice" role="status" tabIndex={-1} data-said>
          {good}
        </p>
      )}
      {bad && (
        <p className="notice wrong" role="alert" tabIndex={-1} data-said>
          {bad}
          {isId(query.kept) && (
            <>
              {' '}
              <a href={`/admin/drafts/${query.kept}`}>{t('common.whatYouTypedIs')}</a>
            </>
          )}
        </p>
      )}
      {(good || bad) && <SaidScript />}
    </>
  )
}

function said(area: string, code: unknown): string | undefined {
  return typeof code === 'string' ? tOf(area, code) : undefined
}

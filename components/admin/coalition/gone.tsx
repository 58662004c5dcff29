import { PageHeading } from '../page-heading'
import { t } from '../words'
/** In place of a page about a row that does not exist. */
export function Gone({ what, room }: { what: string; room: string }) {
  return (
    <>
      <PageHeading>{t('coalition.noSuch', { what })}</PageHeading>
      <p>
        {t.rich('coalition.itNeverExistedOr', { link: (inner) => <a href={`/admin/coalition/${room}`}>{inner}</a> })}
      </p>
    </>
  )
}

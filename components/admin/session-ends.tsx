import { findSession } from '@/lib/web/admin/find-session'
import { t } from './words'

/** In ms: the lifetime of a session, however busy. */
const LONGEST = 8 * 3_600_000

/**
 * Says, five minutes before an idle session ends, that it will, with a button that lets it go on (WCAG 2.2.1). Opened by
 * `public/staff.js`; without scripts nothing is said, and what is typed is kept all the same.
 */
export async function SessionEnds() {
  const session = await findSession()
  if (!session) return null
  const latest = new Date(session.createdAt.getTime() + LONGEST).toISOString()
  return (
    <>
      <dialog id="session-ends" aria-label={t('frame.yourSession')} data-latest={latest}>
        <p className="soon">{t('frame.sessionEndsSoon')}</p>
        <p className="over">{t('frame.sessionIsOver')}</p>
        <form method="dialog" className="row">
          <button type="submit" value="stay" className="main soon">
            {t('frame.staySignedIn')}
          </button>
          <button type="submit" value="close">
            {t('frame.close')}
          </button>
        </form>
      </dialog>
      <script src="/staff.js" type="module" />
    </>
  )
}

import { LONGEST_SESSION } from '@/lib/staff/session-adapter'
import { IDLE } from '@/lib/web/admin/auth-options'
import { findSession } from '@/lib/web/admin/find-session'
import { Time } from './time'
import { t } from './words'

/**
 * Says, five minutes before a session ends, that it will; an idle one with a button that lets it go on (WCAG 2.2.1). Opened
 * by `public/staff.js`, which shows what `data-when` names; without scripts nothing is said, and what is typed is kept all
 * the same.
 */
export async function SessionEnds() {
  const session = await findSession()
  if (!session) return null
  const latest = new Date(session.createdAt.getTime() + LONGEST_SESSION)
  return (
    <>
      <dialog
        id="session-ends"
        aria-label={t('frame.yourSession')}
        data-idle={IDLE * 1000}
        data-latest={latest.toISOString()}
      >
        <p data-when="idle">{t('frame.sessionEndsSoon')}</p>
        <p data-when="last">{t.rich('frame.sessionEndsAt', { time: () => <Time at={latest} zone /> })}</p>
        <p data-when="failed" role="alert">
          {t('frame.sessionGoesNotOn')}
        </p>
        <p data-when="over">{t('frame.sessionIsOver')}</p>
        <form method="dialog" className="row">
          <button type="submit" value="stay" className="main" data-when="idle failed">
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

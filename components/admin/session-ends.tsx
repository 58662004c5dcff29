import { LONGEST_SESSION } from '@/lib/staff/session-adapter'
import { IDLE } from '@/lib/web/admin/auth-options'
import { findSession } from '@/lib/web/admin/find-session'
import { Time } from './time'
import { t } from './words'

/**
 * Announces the end of a session five minutes before; an idle one can be extended by a button (WCAG 2.2.1).
 * `public/staff.js` opens it and shows the text that `data-when` selects. Without scripts there is no announcement, but
 * input is stored all the same.
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

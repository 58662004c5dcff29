import { keyName } from '@/lib/overview/confirm-keys'
import type { SetUpStep } from '@/lib/overview/find-set-up'
import { t } from '../words'

interface Props {
  steps: { name: SetUpStep; done: boolean }[]
  /** Confirms the copies of the keys. */
  confirm: (form: FormData) => Promise<void>
  /** Its reader has put it away. */
  hidden: boolean
  /** Puts it away, or back. */
  show: (form: FormData) => Promise<void>
}

/** The page on which a step is done; the others are done on the server. */
const places: Partial<Record<SetUpStep, string>> = {
  factor: '/admin/account',
  zone: '/admin/account',
  moderator: '/admin/staff',
  petition: '/admin/petitions',
  contact: '/admin/coalition/texts/site/contact/en',
  mail: '/admin/settings',
  backups: '/admin/settings',
}

/** What the site still lacks before it goes live; nothing once it lacks nothing. Put away, it is one line. */
export function SetUp({ steps, confirm, hidden, show }: Props) {
  const left = steps.filter(({ done }) => !done)
  if (left.length === 0) return null
  const progress = t('setUp.title', { done: steps.length - left.length, all: steps.length })
  if (hidden) {
    return (
      <form action={show} className="row">
        <span>{progress}</span>
        <button type="submit">{t('setUp.show')}</button>
      </form>
    )
  }
  return (
    <section className="panel">
      <h2>{progress}</h2>
      <ul className="todo">
        {left.map(({ name }) => (
          <li key={name}>
            <div>
              <strong>{t(`setUp.${name}`)}</strong>
              <p>{t.rich(`setUp.${name}Hint`, { key: () => <code>{keyName()}</code> })}</p>
            </div>
            {places[name] && (
              <a className="button" href={places[name]}>
                {t('setUp.goThere')}
                <span className="unseen">: {t(`setUp.${name}`)}</span>
              </a>
            )}
            {name === 'keys' && (
              <form action={confirm}>
                <button type="submit">
                  {t('setUp.confirm')}
                  <span className="unseen">: {t(`setUp.${name}`)}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {left.length < steps.length && (
        <details>
          <summary>{t('setUp.done')}</summary>
          <ul>{steps.map(({ name, done }) => done && <li key={name}>{t(`setUp.${name}`)}</li>)}</ul>
        </details>
      )}
      <form action={show}>
        <input type="hidden" name="hidden" value="yes" />
        <button type="submit">{t('setUp.hide')}</button>
      </form>
    </section>
  )
}

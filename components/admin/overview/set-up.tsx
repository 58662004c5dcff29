import { keyName } from '@/lib/overview/confirm-keys'
import type { SetUpState, SetUpStep } from '@/lib/overview/find-set-up'
import { t } from '../words'

interface Props {
  steps: SetUpState[]
  /** Confirms the copies of the keys. */
  confirm: (form: FormData) => Promise<void>
  /** The reader has hidden it. */
  hidden: boolean
  /** Hides it, or shows it again. */
  show: (form: FormData) => Promise<void>
}

/** The page on which a step is done or described. */
const places: Partial<Record<SetUpStep, string>> = {
  factor: '/admin/account',
  zone: '/admin/account',
  owner: '/admin/staff',
  moderator: '/admin/staff',
  petition: '/admin/petitions',
  contact: '/admin/coalition/texts/site/contact/en',
  mail: '/admin/settings',
  backups: '/admin/settings',
}

/**
 * The steps that the site still needs before it goes live; nothing once all are done. On a site that only this computer
 * reaches, steps for the server are listed apart, and not counted. Hidden, it is one line.
 */
export function SetUp({ steps, confirm, hidden, show }: Props) {
  const elsewhere = steps.filter((step) => step.elsewhere)
  const here = steps.filter((step) => !step.elsewhere)
  const left = here.filter(({ done }) => !done)
  if (left.length + elsewhere.length === 0) return null
  const counts = { done: here.length - left.length, all: here.length, elsewhere: elsewhere.length }
  const progress = t(elsewhere.length > 0 ? 'setUp.titleHere' : 'setUp.title', counts)
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
      {left.length > 0 ? <Left steps={left} confirm={confirm} /> : <p>{t('setUp.allDoneHere')}</p>}
      {elsewhere.length > 0 && <Elsewhere steps={elsewhere} />}
      {left.length < here.length && (
        <details>
          <summary>{t('setUp.done')}</summary>
          <ul>{here.map(({ name, done }) => done && <li key={name}>{t(`setUp.${name}`)}</li>)}</ul>
        </details>
      )}
      <form action={show}>
        <input type="hidden" name="hidden" value="yes" />
        <button type="submit">{t('setUp.hide')}</button>
      </form>
    </section>
  )
}

function Left({ steps, confirm }: Pick<Props, 'steps' | 'confirm'>) {
  return (
    <ul className="todo">
      {steps.map(({ name }) => (
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
  )
}

/** Steps that can only be done on the server, and why. */
function Elsewhere({ steps }: Pick<Props, 'steps'>) {
  return (
    <>
      <h3>{t('setUp.elsewhere')}</h3>
      <p>{t('setUp.elsewhereHint')}</p>
      <ul className="todo">
        {steps.map(({ name }) => (
          <li key={name}>
            <div>
              <strong>{t(`setUp.${name}`)}</strong>
              <p>{t(`setUp.${name}Hint`)}</p>
              {name === 'mail' && (
                <p>{t.rich('setUp.mailStaysHere', { link: (inner) => <a href="/mailbox">{inner}</a> })}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

import { outcomes } from '@/lib/floods/incidents/decide-incident'
import type { Incident } from '@/lib/floods/incidents/list-incidents'
import { entered } from './entered'
import { Pill } from './pill'
import { Time } from './time'
import { t } from './words'

type Action = (form: FormData) => Promise<void>

interface Props {
  /** Null for a flood without an incident. */
  incident: Incident | null
  /** Identifies its flood and period. */
  hidden: Record<string, string>
  actions: Record<'look' | 'close', Action>
}

/** The state of an incident, and the next step. */
export function IncidentState({ incident, hidden, actions }: Props) {
  const state = incident?.state ?? 'new'
  const fields = { ...hidden, ...(incident ? { incident: incident.id } : {}), expected: state }
  const shown = Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <div className="incident">
      <p>
        <IncidentWords incident={incident} />
      </p>
      <form action={actions.look} className="row">
        {shown}
        <button type="submit">
          {t(state === 'closed' ? 'activity.reopen' : state === 'looking' ? 'activity.lookInstead' : 'activity.look')}
        </button>
      </form>
      {state !== 'closed' && (
        <details>
          <summary className="button">{t('activity.close')}</summary>
          <form action={actions.close} className="row">
            {shown}
            <label>
              {t('activity.outcome')}{' '}
              <select name="outcome" required defaultValue="">
                <option value="">{t('activity.choose')}</option>
                {outcomes.map((outcome) => (
                  <option key={outcome} value={outcome}>
                    {t(`activity.${outcome}`)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {t('review.reasonNoNames')} <input name="reason" required maxLength={200} size={32} />
            </label>
            <button type="submit">{t('activity.closeIt')}</button>
          </form>
        </details>
      )}
    </div>
  )
}

/** Its state in words: who, when, and why it was closed. */
export function IncidentWords({ incident }: { incident: Incident | null }) {
  if (!incident || incident.state === 'new') return <Pill tone="warn">{t('activity.new')}</Pill>
  const { state, outcome, reason, who, at } = incident
  const person = who ?? t('audit.formerColleague')
  return (
    <>
      <Pill tone={state === 'looking' ? 'info' : 'plain'}>
        {t(state === 'looking' ? 'activity.looking' : outcome === 'normal' ? 'activity.normal' : 'activity.handled')}
      </Pill>{' '}
      {at && t.rich('review.decidedByAt', { person: entered(person), time: () => <Time at={at} /> })}
      {reason && (
        <>
          {' '}
          · <bdi>{reason}</bdi>
        </>
      )}
    </>
  )
}

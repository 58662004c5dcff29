import { type Part, parts, type State, type StatusLine } from '@/lib/overview/status/status-line'
import { Pill, type Tone } from '../pill'
import { t } from '../words'
import { guides } from './guides'
import { lineWords } from './line-words'

const tones = { good: 'good', attention: 'wrong', unset: 'warn', unknown: 'plain' } as const satisfies Record<
  State,
  Tone
>

/** All lines by part: the state as a word and a colour, what to do, and a link to the guides. */
export function StatusList({ lines }: { lines: StatusLine[] }) {
  return (
    <div className="sections">
      {(Object.keys(parts) as Part[]).map((part) => (
        <section key={part} className="panel">
          <h2>{t(`statusPart.${part}`)}</h2>
          <ul className="lines">
            {lines
              .filter(({ name }) => (parts[part] as readonly string[]).includes(name))
              .map((line) => (
                <Line key={line.name} line={line} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** A state as a word and a colour. */
export function StatePill({ state }: { state: State }) {
  return <Pill tone={tones[state]}>{t(`statusState.${state}`)}</Pill>
}

function Line({ line }: { line: StatusLine }) {
  const { name, state } = line
  const { said, todo } = lineWords(line)
  const { file, section } = guides[name]
  return (
    <li>
      <p>
        <strong>{t(`statusLine.${name}`)}</strong> <StatePill state={state} />
      </p>
      <p>{said}</p>
      {todo && <p>{todo}</p>}
      <p className="hint">
        {t.rich('status.guide', {
          file: () => <code>docs/{file}</code>,
          section: () => <q lang="en">{section}</q>,
        })}
      </p>
    </li>
  )
}

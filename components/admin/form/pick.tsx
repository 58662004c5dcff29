import { t } from '../words'

interface Props {
  name: string
  options: [value: string, words: string][]
  chosen: string[]
}

/** Lists longer than this get a search. */
const MANY = 8

/**
 * Tick boxes for any number of choices. More than eight are in a scrolling frame, ticked ones first, and
 * `public/pick.js` adds a search that hides boxes which do not match, but never ticked ones.
 */
export function Pick({ name, options, chosen }: Props) {
  const boxes = (some: Props['options']) =>
    some.map(([value, words]) => (
      <label key={value} className="choice">
        <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} /> {words}
      </label>
    ))
  if (options.length <= MANY) return boxes(options)
  const isChosen = ([value]: Props['options'][number]) => chosen.includes(value)
  return (
    <div className="pick">
      <p className="row" hidden>
        <label>
          {t('form.searchChoices')} <input type="search" autoComplete="off" spellCheck={false} dir="auto" />
        </label>
        {/* Not role="status", which announces the result of an act. */}
        <span className="hint" aria-live="polite">
          {t.rich('form.choicesShown', { all: options.length, shown: () => <b>{options.length}</b> })}
        </span>
      </p>
      <div className="pick-from">
        {boxes(options.filter(isChosen))}
        {boxes(options.filter((option) => !isChosen(option)))}
      </div>
      <script src="/pick.js" type="module" />
    </div>
  )
}

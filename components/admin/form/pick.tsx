import { t } from '../words'

interface Props {
  name: string
  options: [value: string, words: string][]
  chosen: string[]
}

/** As many are seen at once; more are searched. */
const MANY = 8

/**
 * Any of some choices, as tick boxes. Of more than eight the ticked ones stand first, in a frame that scrolls, and
 * `public/pick.js` shows a search above it that hides what does not match, but nothing that is ticked.
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
        {/* Not the page's status, which says what an act has done. */}
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

import { allColumns, type Column, isPersonal } from '@/lib/exports/columns'
import { t, tOf } from '../words'

interface Props {
  chosen: string[]
  /** Whether the reader may ask for those that show who signed. */
  names: boolean
}

/** The columns of a file, those that show who signed apart. */
export function ColumnChoice({ chosen, names }: Props) {
  const choices = (personal: boolean) =>
    allColumns
      .filter((column) => isPersonal(column) === personal)
      .map((column) => <Choice key={column} column={column} chosen={chosen} />)
  return (
    <>
      <fieldset className="choices">
        <legend>{t('exports.columns')}</legend>
        {choices(false)}
      </fieldset>
      {names && (
        <fieldset className="choices">
          <legend>{t('exports.columnsThatRevealWho')}</legend>
          <p className="hint">{t('exports.aSecondPersonMust')}</p>
          {choices(true)}
        </fieldset>
      )}
    </>
  )
}

function Choice({ column, chosen }: { column: Column; chosen: string[] }) {
  return (
    <label className="choice">
      <input type="checkbox" name="column" value={column} defaultChecked={chosen.includes(column)} />{' '}
      {tOf('column', column) ?? column}
    </label>
  )
}

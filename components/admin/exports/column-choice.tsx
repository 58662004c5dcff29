import { allColumns, isPersonal } from '@/lib/exports/columns'
import { Pick } from '../form/pick'
import { t, tOf } from '../words'

interface Props {
  chosen: string[]
  /** Whether the reader may ask for those that show who signed. */
  names: boolean
}

/** The columns of a file, those that show who signed apart. */
export function ColumnChoice({ chosen, names }: Props) {
  const choices = (personal: boolean) => {
    const columns = allColumns.filter((column) => isPersonal(column) === personal)
    const options = columns.map((column): [string, string] => [column, tOf('column', column) ?? column])
    return <Pick name="column" options={options} chosen={chosen} />
  }
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

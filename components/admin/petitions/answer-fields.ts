import { MAX_QUOTED } from '@/lib/delivery/answers/answer-form'
import { locales } from '@/messages/translator'
import { AnswerKind } from '@/prisma/generated/enums'
import { languageName } from '../display-names'
import type { FieldSpec } from '../form/field-spec'
import { t } from '../words'

/** The fields in which an office's answer is entered. */
export function answerFields(addressees: string[]): FieldSpec[] {
  const offices = addressees.map((name, index): [string, string] => [String(index), name])
  return [
    {
      name: 'addressee',
      label: t('common.office'),
      kind: 'select',
      required: true,
      options: [['', t('common.chooseOne')], ...offices],
    },
    {
      name: 'kind',
      label: t('petitions.whatItDid'),
      kind: 'select',
      required: true,
      options: [
        ['', t('common.chooseOne')],
        ...Object.values(AnswerKind).map((kind): [string, string] => [kind, t(`answer.${kind}`)]),
      ],
    },
    { name: 'day', label: t('petitions.dayOfTheAnswer'), kind: 'day', required: true },
    {
      name: 'source',
      label: t('common.source'),
      hint: t('petitions.whereThePublicCan'),
      longest: 200,
      required: true,
    },
    { name: 'url', label: t('petitions.addressOfTheSource'), longest: 300 },
    {
      name: 'words',
      label: t('petitions.quotationOptional'),
      hint: t('petitions.theOfficesOwnWords'),
      kind: 'text',
      rows: 4,
      longest: MAX_QUOTED,
    },
    {
      name: 'locale',
      label: t('petitions.languageOfTheQuotation'),
      kind: 'select',
      options: [['', t('petitions.noneIsQuoted')], ...locales.map((one): [string, string] => [one, languageName(one)])],
    },
    { name: 'why', label: t('petitions.reasonForTheSecond'), longest: 500, required: true },
  ]
}

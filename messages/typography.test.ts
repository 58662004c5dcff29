import { describe, expect, test } from 'vitest'
import { publicTexts } from '@/test/public-texts'
import { asRead } from './icu'
import { files } from './translator'

type Rule = [what: string, wrong: RegExp]

/** Stands for what is filled in, and for where the branch of a plural begins or ends. */
const FILLED = '\uFFFC'
const BRANCH = '\u2028'

const everywhere: Rule[] = [
  ['two spaces', / {2}/],
  // Letters of several parts look alike and are not found by a search for the others.
  ['a letter in parts (not in Normalization Form C)', /\p{L}\p{M}*[\u0300-\u0304\u0306-\u0309\u031b\u0323]/u],
  ['a straight quotation mark', /"/],
  // Two of them are one to ICU, which reads a single one as the beginning of a literal.
  ['a straight apostrophe', /'/],
  ['three dots for an ellipsis', /\.{3}/],
  ['a space before a comma or full stop', / [,.、。，،](?!\S)/u],
  ['a space inside brackets', /[([（] | [)\]）]/u],
]

/** Marks that stand in pairs, and never one pair inside the other. */
const pair = (open: string, close: string): Rule => [
  `half of ${open}${close}`,
  new RegExp(`[${close}](?<!${open}[^${open}${close}]*.)|${open}(?![^${open}${close}]*[${close}])`, 'u'),
]

// Letters of Chinese and Japanese; what touches them is set in their own punctuation.
const characters = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々'
const latin = `\\p{Script=Latin}\\d#${FILLED}`
const eastAsian: Rule[] = [
  ['half-width punctuation after a character', new RegExp(`[${characters}”」）》] ?[,.;:!?()]`, 'u')],
  ['half-width punctuation before a character', new RegExp(`[,;:!?()] ?[${characters}]`, 'u')],
  ['half-width punctuation after a placeholder', new RegExp(`[${FILLED}#](?:[,;:!?]|\\.(?!\\p{L}))`, 'u')],
  [
    'a space between a character and a letter or number',
    new RegExp(`[${characters}] +[${latin}]|[${latin}] +[${characters}]`, 'u'),
  ],
  ['a space beside full-width punctuation', / [。、，；：？！（）「」《》]|[。、，；：？！（）「」《》] +/u],
  ['a full-width letter or number', /[Ａ-Ｚａ-ｚ０-９]/u],
]

const rules: Partial<Record<keyof typeof files, Rule[]>> = {
  en: [pair('“', '”'), ['another language’s quotation marks', /[«»„「」]/u]],
  ko: [
    pair('“', '”'),
    ['full-width punctuation', /[，。、；：？！（）「」『』]/u],
    ['a semicolon', /;/],
    ['both forms of a particle, as in 을(를)', /\((?:으|이|가|를|을|은|는|과|와)\)/u],
    // One register: 해 주세요 in forms and on buttons, 합니다 in prose.
    ['an order in 하십시오', /십시오/u],
    ['a question in 습니까', /[습입합됩답]니까/u],
    ['the address 귀하', /귀하/u],
  ],
  ja: [
    ...eastAsian,
    pair('「', '」'),
    ['another language’s quotation marks', /[“”«»‘]/u],
    ['the full stops or commas of another style', /[，．]/u],
    // です・ます throughout; a label may end in a noun.
    ['a sentence in である', /(?:である|だった|のだ)。/u],
  ],
  fr: [
    pair('«', '»'),
    ['another language’s quotation marks', /[“”„]/u],
    ['no narrow no-break space before ; ! or ?', /[^\u202f!?];|[^\u202f!?][!?]/u],
    ['no no-break space before a colon', /[^\u00a0\u202f\d]:(?!\/\/)/u],
    ['no no-break space inside « »', /«[^\u00a0\u202f]|[^\u00a0\u202f]»/u],
    ['a familiar form of address', /(?<!\p{L})(?:tu|toi|tes|ton)(?!\p{L})/iu],
  ],
  es: [
    pair('«', '»'),
    pair('¿', '?'),
    pair('¡', '!'),
    ['another language’s quotation marks', /[“”„]/u],
    ['a familiar form of address', /(?<!\p{L})(?:tú|tus|contigo|vosotros|vuestr[oa]s?)(?!\p{L})/iu],
  ],
  'pt-BR': [
    pair('“', '”'),
    ['another language’s quotation marks', /[«»„]/u],
    ['a hyphen for a dash', / - /],
    ['a dash without a space on each side', /[^\s\u2028]—|—[^\s\u2028]/u],
    ['1o for 1º', /(?<!\d)1o(?!\p{L})/u],
    // Brazil groups by points; a year has none.
    ['a comma for a thousand', /\d,\d{3}(?!\d)/],
    ['both genders at once, as in (a) or /a', /\((?:a|as|o|os)\)|\p{L}\/(?:a|as|o|os)(?!\p{L})/u],
    // você throughout, and its possessives.
    ['a familiar form of address', /(?<!\p{L})(?:tu|te|ti|contigo|teus?|tuas?|vós|vosso|vossa)(?!\p{L})/iu],
    ['the address o senhor', /(?<!\p{L})senhor(?:a|es|as)?(?!\p{L})/iu],
  ],
  ru: [
    pair('«', '»'),
    ['another language’s quotation marks', /[“”]/u],
    ['a hyphen for a dash', / - /],
    ['a dash without a space on each side', /[^\s\u2028]—|—[^\s\u2028]/u],
    ['a familiar form of address', /(?<!\p{L})(?:ты|тебя|тебе|тобой|тво[йяеёиюих]|твоего|твоей)(?!\p{L})/iu],
    ['Вы with a capital inside a sentence', /[^.!?…:«\n\u2028 ] (?:Вы|Вас|Вам|Ваш\p{L}*)(?!\p{L})/u],
  ],
  zh: [
    ...eastAsian,
    pair('“', '”'),
    ['another language’s quotation marks', /[「」«»]/u],
    ['half an ellipsis', /(?<!…)…(?!…)/u],
    // 您 throughout, to those who sign and to those who apply.
    ['a familiar form of address', /你/u],
  ],
  ar: [
    pair('«', '»'),
    ['another language’s quotation marks', /[“”]/u],
    ['Latin punctuation after Arabic', new RegExp(`[\\p{Script=Arabic}»)${FILLED}#] ?[,;?]`, 'u')],
    ['a space before an Arabic mark', / [؛؟]/u],
    // The digits of this site in Arabic are 0–9.
    ['other digits', /[\u0660-\u0669\u06f0-\u06f9]/u],
    ['a stretched letter', /\u0640/u],
  ],
  vi: [
    pair('“', '”'),
    ['another language’s quotation marks', /[«»„「」‘]/u],
    // One place for the tone mark: hòa, xóa, ủy; but quý, where the u belongs to the first consonant.
    ['a tone mark on the other vowel', /o[àáảãạèéẻẽẹ](?!\p{L})|(?<!q)u[ỳýỷỹỵ](?!\p{L})/iu],
    ['a thousand with a comma', /\d,\d{3}(?!\d)/],
    ['a dash without a space on each side', /[^\s\u2028]—|—[^\s\u2028]/u],
    // bạn throughout, to those who sign and to those who apply.
    ['another form of address', /(?<!\p{L})(?:quý vị|các bạn|anh\/chị|ông\/bà|mày|ngài)(?!\p{L})/iu],
    ['Bạn with a capital inside a sentence', /\p{Ll},? Bạn(?!\p{L})/u],
    [
      'a name without its capitals',
      /[Ll]iên hợp [Qq]uốc|[Hh]ội đồng (?:bảo an|nhân quyền)|[Ủủ]y ban (?:điều tra|nhân quyền)|[Bb]ắc triều/u,
    ],
    // The coalition that speaks here; another one is a liên minh.
    ['the coalition without its capital', /(?<!\p{L})liên minh (?:này|phải|đã|sẽ|đọc|yêu cầu|kêu gọi)/u],
  ],
  id: [
    pair('“', '”'),
    ['another language’s quotation marks', /[«»„「」]/u],
    ['a familiar form of address', /(?<!\p{L})(?:kamu|kalian|engkau|kau)(?!\p{L})/iu],
    ['anda without a capital', /(?<!\p{L})anda(?!\p{L})/u],
    // Of PUEBI: di- of a verb is joined, di of a place is not.
    ['a preposition joined to its word', /(?<!\p{L})(?:dimana|disini|disana|didalam|dibawah|kedalam)(?!\p{L})/iu],
    // 1.000 and 0,5.
    ['a number as English writes it', /\d,\d{3}(?!\d)/],
  ],
}

describe.each(Object.keys(files) as (keyof typeof files)[])('typography of %s', (locale) => {
  test('breaks no rule', () => {
    const texts = publicTexts(locale)
    expect(texts.flatMap(([key, text]) => broken(locale, text).map((what) => `${key}: ${what} in: ${text}`))).toEqual(
      [],
    )
  })
})

test.each<[keyof typeof files, string, string]>([
  ['en', 'One.  Two', 'two spaces'],
  ['en', "The coalition's", 'a straight apostrophe'],
  ['en', 'Press “Yes.', 'half of “”'],
  ['ko', '{name}을(를) 선택해 주세요', 'both forms of a particle, as in 을(를)'],
  ['ko', '확인하십시오.', 'an order in 하십시오'],
  ['ja', '確認,{n}件', 'half-width punctuation after a character'],
  ['ja', '{name} 様', 'a space between a character and a letter or number'],
  ['zh', '{n} 天内', 'a space between a character and a letter or number'],
  ['zh', '问题:{contact}', 'half-width punctuation after a character'],
  ['zh', '{n},而不是', 'half-width punctuation after a placeholder'],
  ['fr', 'Pourquoi ?', 'no narrow no-break space before ; ! or ?'],
  ['fr', '{n} : oui', 'no no-break space before a colon'],
  ['fr', '« oui »', 'no no-break space inside « »'],
  ['es', 'Ya firmó?', 'half of ¿?'],
  ['es', '¡Gracias.', 'half of ¡!'],
  ['pt-BR', 'Pressione “Sim.', 'half of “”'],
  ['pt-BR', 'Até 1,000 caracteres', 'a comma for a thousand'],
  ['pt-BR', 'Prezado(a) {name}', 'both genders at once, as in (a) or /a'],
  ['pt-BR', 'Confirma a tua assinatura', 'a familiar form of address'],
  ['ru', 'Подпись - ваша', 'a hyphen for a dash'],
  ['ru', 'Подпись —ваша', 'a dash without a space on each side'],
  ['ru', 'Мы пишем Вам', 'Вы with a capital inside a sentence'],
  ['ar', 'نعم, {name}', 'Latin punctuation after Arabic'],
  ['ar', 'هل وقّعت ؟', 'a space before an Arabic mark'],
  ['ar', 'من {name}, نعم', 'Latin punctuation after Arabic'],
  ['vi', 'xoá dữ liệu', 'a tone mark on the other vowel'],
  ['vi', 'Uỷ ban', 'a tone mark on the other vowel'],
  ['vi', '1,000 ký tự', 'a thousand with a comma'],
  ['vi', 'gửi quý vị', 'another form of address'],
  ['vi', 'gửi Liên hợp quốc', 'a name without its capitals'],
  ['vi', 'Nhân viên của liên minh đọc', 'the coalition without its capital'],
  ['vi', 'chữ ký của Bạn', 'Bạn with a capital inside a sentence'],
  ['vi', 'ba\u0323n', 'a letter in parts (not in Normalization Form C)'],
  ['id', 'Data anda', 'anda without a capital'],
  ['id', 'Isi nama kamu', 'a familiar form of address'],
  ['id', 'Tempat dimana', 'a preposition joined to its word'],
  ['id', 'Paling banyak 1,000', 'a number as English writes it'],
])('%s: “%s” has %s', (locale, text, what) => {
  expect(broken(locale, text)).toContain(what)
})

function broken(locale: keyof typeof files, text: string): string[] {
  const seen = shown(text)
  return [...everywhere, ...(rules[locale] ?? [])].filter(([, wrong]) => wrong.test(seen)).map(([what]) => what)
}

/**
 * A text as it is read: placeholders filled, branches of a plural one after the other, without marks of Markdown.
 * Addresses and options of commands count as filled in.
 */
function shown(message: string): string {
  return asRead(message, { filled: FILLED, branch: BRANCH })
    .replace(/^(?:#+|-) |\*\*/gm, '')
    .replace(/https?:\/\/\S+|--[a-z]+/g, FILLED)
}

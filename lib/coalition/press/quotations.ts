/** Words as a source has them; only the comma before “said” became a full stop. */
export interface Quotation {
  /** The key of the source. */
  source: string
  /** The language of words, speaker and office. */
  language: string
  words: string
  speaker: string
  /** At the time. */
  office: string | null
}

/** In the order of their days. They are never translated: a translation is not what was said. */
export const quotations: Quotation[] = [
  {
    source: '002',
    language: 'en',
    words: 'ongoing, grave, widespread and systematic human rights violations perpetrated against its own people.',
    speaker: 'European Parliament, resolution of 8 July 2010',
    office: null,
  },
  {
    source: '002',
    language: 'en',
    words:
      'mobilize the totality of the UN to promote and protect human rights in the country; support processes which concretise responsibility and accountability for human rights violations, and an end to impunity.',
    speaker: 'Vitit Muntarbhorn',
    office: 'former UN Special Rapporteur, in his final report',
  },
  {
    source: '000',
    language: 'en',
    words:
      'What is needed with North Korea is a contemporary equivalent of the Helsinki process we pursued with the Soviet Union at the height of the Cold War.',
    speaker: 'Lord Alton',
    office: 'chairman of the UK’s all-party parliamentary group on North Korea',
  },
  {
    source: '002',
    language: 'en',
    words:
      'The time has come for the UN to establish a Commission of Inquiry to investigate crimes against humanity that characterize North Korea today.',
    speaker: 'Phil Robertson',
    office: 'Deputy Director of Asia Division at Human Rights Watch',
  },
  {
    source: '002',
    language: 'en',
    words:
      'It’s critical that UN member states take up this call and include language to establish a Commission of Inquiry in the coming annual UN resolution on North Korea.',
    speaker: 'Ha Tae Keung',
    office: 'President of Open North Korea',
  },
  {
    source: '001',
    language: 'en',
    words:
      'North Korea remains a closed country and access is therefore urgently needed for independent and neutral human rights monitors, in particular the UN Special Rapporteur for Human Rights in North Korea and international humanitarian organizations.',
    speaker: 'Souhayr Belhassen',
    office: 'president of the International Federation for Human Rights (FIDH)',
  },
  {
    source: '001',
    language: 'en',
    words: 'Action must be taken to bring an end to the regime’s crimes against humanity and the culture of impunity.',
    speaker: 'Benedict Rogers',
    office: 'East Asia Team Leader at Christian Solidarity Worldwide (CSW)',
  },
  {
    source: 'stopnkcrimes-2012-11-05',
    language: 'en',
    words:
      'We were subjected to reduced food rations so extreme that we saw scores of our fellow prisoners die of malnutrition and disease.',
    speaker: '179 people who escaped from North Korea',
    office: 'in their petition',
  },
  {
    source: 'un-inquiry',
    language: 'en',
    words:
      'the gravity, scale and nature of these violations reveal a State that does not have any parallel in the contemporary world.',
    speaker: 'Commission of Inquiry on human rights in the DPRK',
    office: null,
  },
  {
    source: 'ohchr-2025-09',
    language: 'en',
    words: 'What we have witnessed is a lost decade.',
    speaker: 'Volker Türk',
    office: 'UN High Commissioner for Human Rights',
  },
]

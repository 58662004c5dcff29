import { writeFile } from 'node:fs/promises'
import { type GeoPermissibleObjects, type GeoProjection, geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo'
import type { Feature, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import countriesTopology from 'world-atlas/countries-50m.json'
import landTopology from 'world-atlas/land-110m.json'
import { countryCodes } from '@/lib/input/country-codes'

// Draws the base map and computes each country's position on it. Run by hand when either changes:
// `npx tsx scripts/draw-world-map.ts`. Natural Earth data (public domain); Equal Earth projection, so that no
// continent looks larger than it is.

const WIDTH = 800
const SMALLEST_ISLAND = 5

/** Names in the atlas that differ from the Unicode CLDR's. */
const otherNames = new Map(
  Object.entries({
    AG: 'Antigua and Barb.',
    AX: 'Åland',
    BA: 'Bosnia and Herz.',
    BL: 'St-Barthélemy',
    CD: 'Dem. Rep. Congo',
    CF: 'Central African Rep.',
    CG: 'Congo',
    CI: "Côte d'Ivoire",
    CK: 'Cook Is.',
    CV: 'Cabo Verde',
    DO: 'Dominican Rep.',
    EH: 'W. Sahara',
    FK: 'Falkland Is.',
    FO: 'Faeroe Is.',
    GQ: 'Eq. Guinea',
    GS: 'S. Geo. and the Is.',
    HM: 'Heard I. and McDonald Is.',
    HK: 'Hong Kong',
    IO: 'Br. Indian Ocean Ter.',
    KN: 'St. Kitts and Nevis',
    KY: 'Cayman Is.',
    LA: 'Laos',
    MF: 'St-Martin',
    MH: 'Marshall Is.',
    MK: 'Macedonia',
    MM: 'Myanmar',
    MO: 'Macao',
    MP: 'N. Mariana Is.',
    NF: 'Norfolk Island',
    PF: 'Fr. Polynesia',
    PM: 'St. Pierre and Miquelon',
    PN: 'Pitcairn Is.',
    PS: 'Palestine',
    SB: 'Solomon Is.',
    SH: 'Saint Helena',
    SS: 'S. Sudan',
    ST: 'São Tomé and Principe',
    SZ: 'eSwatini',
    TC: 'Turks and Caicos Is.',
    TF: 'Fr. S. Antarctic Lands',
    TR: 'Turkey',
    TT: 'Trinidad and Tobago',
    US: 'United States of America',
    VA: 'Vatican',
    VC: 'St. Vin. and Gren.',
    VG: 'British Virgin Is.',
    VI: 'U.S. Virgin Is.',
    WF: 'Wallis and Futuna Is.',
    LC: 'Saint Lucia',
  }),
)

/** Longitude and latitude of places that the atlas does not draw separately. */
const places = new Map<string, [number, number]>(
  Object.entries({
    BQ: [-68.3, 12.2],
    BV: [3.4, -54.4],
    CC: [96.8, -12.2],
    CX: [105.6, -10.5],
    GF: [-53.1, 3.9],
    GI: [-5.35, 36.1],
    GP: [-61.55, 16.25],
    MQ: [-61, 14.6],
    RE: [55.5, -21.1],
    SJ: [16, 78.5],
    TK: [-171.8, -9.2],
    TV: [179.2, -8.5],
    UM: [-160, 0],
    YT: [45.2, -12.8],
  }),
)

await draw()

async function draw(): Promise<void> {
  const land = objectOf(landTopology as unknown as Topology, 'land').filter((part) => geoCentroid(part)[1] > -60)
  const box = { type: 'FeatureCollection' as const, features: land }
  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, box)
  const height = Math.ceil(geoPath(projection).bounds(box)[1][1])
  const outline = rings(box, projection).map(ringPath).join('')
  await writeFile(
    'public/world.svg',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}"><title>World</title><path id="land" d="${outline}"/></svg>\n`,
  )
  await writeFile('components/petitions/country-points.ts', pointsFile(projection, height))
}

type Area = Feature<Polygon, { name?: string }>

/** The areas of an atlas, each island separately. */
function objectOf(topology: Topology, name: string): Area[] {
  const found = feature(topology, topology.objects[name] as GeometryCollection<{ name?: string }>)
  return found.features.flatMap(({ geometry, properties }) => {
    const areas = geometry.type === 'MultiPolygon' ? geometry.coordinates : [(geometry as Polygon).coordinates]
    return areas.map(
      (coordinates): Area => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } }),
    )
  })
}

type Point = [number, number]

/** Closed lines in whole map units; specks are left out. */
function rings(shape: GeoPermissibleObjects, projection: GeoProjection): Point[][] {
  const found: Point[][] = []
  geoPath(projection, {
    beginPath() {},
    arc() {},
    moveTo: (x, y) => void found.push([[Math.round(x), Math.round(y)]]),
    lineTo: (x, y) => void found.at(-1)?.push([Math.round(x), Math.round(y)]),
    closePath() {},
  })(shape)
  return found.map(withoutStraights).filter((ring) => Math.abs(areaOf(ring)) >= SMALLEST_ISLAND)
}

/** Removes points that lie on the line between their neighbours. */
function withoutStraights(ring: Point[]): Point[] {
  return ring.filter(([x, y], i) => {
    const [before, after] = [ring[i - 1], ring[i + 1]]
    if (!before || !after) return true
    return (x - before[0]) * (after[1] - before[1]) !== (y - before[1]) * (after[0] - before[0])
  })
}

function areaOf(ring: Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}

/** Relative steps: short numbers, which compress well. */
function ringPath(ring: Point[]): string {
  const steps = ring.map(([x, y], i) => {
    const from = ring[i - 1]
    return from ? `${x - from[0]} ${y - from[1]}` : `M${x} ${y}l`
  })
  return `${steps.join(' ').replace(/l /g, 'l').replace(/ -/g, '-')}z`
}

/** A whole number within the map: the far Pacific and the Antarctic lie beyond its edge. */
function within(value: number, size: number): number {
  return Math.min(size - 5, Math.max(5, Math.round(value)))
}

function pointsFile(projection: GeoProjection, height: number): string {
  const names = new Intl.DisplayNames('en', { type: 'region' })
  const shapes = objectOf(countriesTopology as unknown as Topology, 'countries')
  const lines = countryCodes.map((code) => {
    const name = otherNames.get(code) ?? names.of(code)?.replace('&', 'and').replace('’', "'")
    const largest = shapes.filter((shape) => shape.properties.name === name).sort((a, b) => geoArea(b) - geoArea(a))[0]
    const place = places.get(code) ?? (largest && geoCentroid(largest))
    const point = place && projection(place)
    if (!point) throw new Error(`no place for ${code} (${name})`)
    return `  ${code}: [${within(point[0], WIDTH)}, ${within(point[1], height)}],`
  })
  return [
    '// Made by scripts/draw-world-map.ts from Natural Earth.',
    '',
    '/** The units of public/world.svg. */',
    `export const mapSize = { width: ${WIDTH}, height: ${height} }`,
    '',
    '/** Where each country or territory lies on the map. */',
    'export const countryPoints: Readonly<Record<string, readonly [number, number]>> = {',
    ...lines,
    '}\n',
  ].join('\n')
}

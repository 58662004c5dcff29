import { countryPoints, mapSize } from './country-points'

/** Radius of the largest circle, in units of the map. */
const LARGEST = 26

/** A map of land without borders, with a circle for each country whose area is proportional to its number. */
export function WorldMap({ countries, label }: { countries: { country: string; count: number }[]; label: string }) {
  const most = Math.max(...countries.map(({ count }) => count))
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} className="mt-4 block w-full">
      <use href="/world.svg#land" className="fill-land" />
      {countries.map(({ country, count }) => {
        const point = countryPoints[country]
        const radius = Math.max(3, LARGEST * Math.sqrt(count / most))
        return (
          point && (
            <circle
              key={country}
              cx={point[0]}
              cy={point[1]}
              r={radius.toFixed(1)}
              className="fill-accent stroke-paper"
              fillOpacity=".8"
            />
          )
        )
      })}
    </svg>
  )
}

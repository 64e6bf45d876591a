import { tzOffset } from '@date-fns/tz/tzOffset'

/**
 * Wall-clock time of a zone. It is counted as the milliseconds from 1970-01-01T00:00 *on the zone's own clocks*, so that
 * days and weeks are plain sums; it is never mixed up with an instant, which counts from the epoch.
 */
export type WallTime = number

/** One day, in milliseconds. */
export const day = 86_400_000

/** Offsets by zone and quarter of an hour: finding one costs a formatter's work, and weeks of meetings share few. */
const offsets = new Map<string, Map<number, number>>()
const quarter = 900_000
const mostOffsets = 50_000

/** The zone's offset from UTC, milliseconds, or NaN for a name that is no zone. */
function offsetAt(zone: string, instant: number): number {
  // Clocks change once a day at most: where a day begins and ends with one offset, it is that of all the day.
  const midnight = Math.floor(instant / day) * day
  const offset = offsetOf(zone, midnight)
  return offset === offsetOf(zone, midnight + day) ? offset : offsetOf(zone, instant)
}

function offsetOf(zone: string, instant: number): number {
  let known = offsets.get(zone)
  if (known === undefined || known.size > mostOffsets) offsets.set(zone, (known = new Map<number, number>()))
  const key = Math.floor(instant / quarter)
  let offset = known.get(key)
  if (offset === undefined) known.set(key, (offset = tzOffset(zone, new Date(key * quarter)) * 60_000))
  return offset
}

/** True for a name of the IANA database that this computer knows. */
export function isZone(name: string): boolean {
  return !Number.isNaN(offsetOf(name, 0))
}

/** What the clocks of a zone show at an instant. */
export function wallTime(instant: number, zone: string): WallTime {
  return instant + offsetAt(zone, instant)
}

/**
 * The instant at which the clocks of a zone show a time. As RFC 5545 §3.3.5 has it, a time that comes twice is the first
 * one, and one that is left out is read with the offset before the change.
 */
export function instantOf(wall: WallTime, zone: string): number {
  const before = offsetAt(zone, wall - day)
  const after = offsetAt(zone, wall + day)
  if (before === after || offsetAt(zone, wall - before) === before) return wall - before
  return offsetAt(zone, wall - after) === after ? wall - after : wall - before
}

/** The instant at which a day of a zone begins. */
export function startOfDay(instant: number, zone: string): number {
  return instantOf(Math.floor(wallTime(instant, zone) / day) * day, zone)
}

/** The day of the week of a wall-clock time: 0 for Monday. */
export function weekdayOf(wall: WallTime): number {
  return (((Math.floor(wall / day) + 3) % 7) + 7) % 7
}

/** `2026-03-01` of a wall-clock time. */
export function isoDate(wall: WallTime): string {
  return new Date(wall).toISOString().slice(0, 10)
}

/** `09:30` of a wall-clock time. */
export function isoTime(wall: WallTime): string {
  return new Date(wall).toISOString().slice(11, 16)
}

/** The wall-clock time of an ISO 8601 date and a time such as `09:30`, or null when they are none. */
export function wallTimeOf(date: string, time: string): WallTime | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null
  const wall = Date.parse(`${date}T${time}:00Z`)
  return Number.isNaN(wall) || isoDate(wall) !== date ? null : wall
}

// The outline of the world as paths, from Natural Earth (public domain) by way of world-atlas: a coarse one
// for the whole world and a finer one for parts of it. The projection is Natural Earth's; pages/projection.py
// knows the same formula, so that pins and outline meet.
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { createRequire } from "node:module";
import { feature, mesh } from "topojson-client";
import { presimplify, quantile, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
export const WIDTH = 1000; // the whole world's width in the units of the paths
const KEPT = 0.12; // the part of the finer outline's points that is kept

/** What the pages need: the size of the plane, and two levels of shapes, each with its bounds. */
export async function outline() {
  const projection = geoNaturalEarth1().rotate([-11, 0]).fitWidth(WIDTH, { type: "Sphere" });
  const path = geoPath(projection).digits(1);
  const closer = geoPath(projection).digits(2);
  const height = Math.ceil(path.bounds({ type: "Sphere" })[1][1]);
  const fine = presimplify(require("world-atlas/countries-50m.json"));
  return {
    width: WIDTH,
    height,
    scale: projection.scale(),
    center: projection.translate(),
    rotated: -11,
    sphere: path({ type: "Sphere" }),
    coarse: level(path, require("world-atlas/countries-110m.json")),
    fine: level(closer, simplify(fine, quantile(fine, KEPT))),
  };
}

/** The land, and the lines between states, as pieces with the bounds of each. */
function level(path, world) {
  const land = feature(world, world.objects.land);
  const polygons = land.features.flatMap((f) => pieces(f.geometry, "Polygon"));
  const borders = pieces(mesh(world, world.objects.countries, (a, b) => a !== b), "LineString");
  return { land: drawn(path, polygons), borders: drawn(path, borders) };
}

/** A geometry of many as one of each. */
export function pieces(geometry, type) {
  const many = geometry.type.startsWith("Multi") ? geometry.coordinates : [geometry.coordinates];
  return many.map((coordinates) => ({ type, coordinates }));
}

function drawn(path, geometries) {
  return geometries
    .map((g) => ({ d: path(g), bounds: path.bounds(g).flat().map((n) => Math.round(n * 10) / 10) }))
    .filter((shape) => shape.d);
}

type Colour = "red" | "blue" | "yellow" | "white" | "black";
type Shape = readonly [Colour, string];

const sheet = (colour: Colour): Shape => [colour, "M0 0h12v12H0z"];

/** The International Code of Signals, A to Z, drawn on a square of 12. Painted in order, the sheet first. */
export const FLAGS: Readonly<Record<string, readonly Shape[]>> = {
  A: [
    ["white", "M0 0h6v12H0z"],
    ["blue", "M6 0h6l-3 6 3 6H6z"],
  ],
  B: [["red", "M0 0h12l-3 6 3 6H0z"]],
  C: [sheet("blue"), ["white", "M0 2.4h12v7.2H0z"], ["red", "M0 4.8h12v2.4H0z"]],
  D: [sheet("yellow"), ["blue", "M0 3h12v6H0z"]],
  E: [sheet("blue"), ["red", "M0 6h12v6H0z"]],
  F: [sheet("white"), ["red", "M6 0l6 6-6 6-6-6z"]],
  G: [sheet("yellow"), ["blue", "M2 0h2v12H2zM6 0h2v12H6zM10 0h2v12h-2z"]],
  H: [sheet("white"), ["red", "M6 0h6v12H6z"]],
  I: [sheet("yellow"), ["black", "M6 2.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z"]],
  J: [sheet("blue"), ["white", "M0 4h12v4H0z"]],
  K: [sheet("yellow"), ["blue", "M6 0h6v12H6z"]],
  L: [sheet("yellow"), ["black", "M6 0h6v6H6zM0 6h6v6H0z"]],
  M: [sheet("blue"), ["white", "M0 0h2l4 4 4-4h2v2L8 6l4 4v2h-2L6 8l-4 4H0v-2l4-4-4-4z"]],
  N: [
    sheet("white"),
    ["blue", "M0 0h3v3H0zM6 0h3v3H6zM3 3h3v3H3zM9 3h3v3H9zM0 6h3v3H0zM6 6h3v3H6zM3 9h3v3H3zM9 9h3v3H9z"],
  ],
  O: [sheet("yellow"), ["red", "M0 0h12v12z"]],
  P: [sheet("blue"), ["white", "M4 4h4v4H4z"]],
  Q: [sheet("yellow")],
  R: [sheet("red"), ["yellow", "M5 0h2v5h5v2H7v5H5V7H0V5h5z"]],
  S: [sheet("white"), ["blue", "M4 4h4v4H4z"]],
  T: [sheet("white"), ["red", "M0 0h4v12H0z"], ["blue", "M8 0h4v12H8z"]],
  U: [sheet("white"), ["red", "M0 0h6v6H0zM6 6h6v6H6z"]],
  V: [sheet("white"), ["red", "M0 0h2l4 4 4-4h2v2L8 6l4 4v2h-2L6 8l-4 4H0v-2l4-4-4-4z"]],
  W: [sheet("blue"), ["white", "M2.4 2.4h7.2v7.2H2.4z"], ["red", "M4.4 4.4h3.2v3.2H4.4z"]],
  X: [sheet("white"), ["blue", "M5 0h2v5h5v2H7v5H5V7H0V5h5z"]],
  Y: [sheet("yellow"), ["red", "M2 0h3L0 5V2zM8 0h3L0 11V8zM12 2v3l-7 7H2zM12 8v3l-1 1H8z"]],
  Z: [sheet("yellow"), ["black", "M0 0l6 6-6 6z"], ["blue", "M12 0v12L6 6z"], ["red", "M0 12l6-6 6 6z"]],
};

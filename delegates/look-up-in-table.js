// Identifiers that have nothing to do with file names: shelf marks, numbers of a catalogue.
//
// casaba.properties:
//     source.filesystem.lookup = script
//
// This is asked after pre_authorize, and is no place to decide who may see an image.

// By identifier: the file's path below source.filesystem.root.
const FILES = new Map([
  ["MS-17-f1r", "manuscripts/ms17/0001.tif"],
  ["MS-17-f1v", "manuscripts/ms17/0002.tif"],
  ["map:Ezu 1286201", "maps/ezu/1286201.tif"],
]);

function filesystemsource_pathname(context) {
  const file = FILES.get(context.identifier);
  if (file) {
    return file;
  }
  // acc-0012345 is acc/0012/0012345.tif. What is not known has no file: 404.
  const number = /^acc-([0-9]{4})([0-9]{3})$/.exec(context.identifier);
  return number ? `acc/${number[1]}/${number[1]}${number[2]}.tif` : null;
}

/** A field whose values are the names of files of another collection, chosen by what these are called. */
export function relation(collection: string, shown: "title" | "name") {
  return {
    widget: "relation",
    collection,
    value_field: "{{slug}}",
    display_fields: [shown],
    search_fields: [shown],
  } as const;
}

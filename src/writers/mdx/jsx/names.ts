const NAME = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d-]*`;
const ELEMENT = new RegExp(`^${NAME}(?:(?:\\.${NAME})*|:${NAME})$`, 'u');
const ATTRIBUTE = new RegExp(`^${NAME}(?::${NAME})?$`, 'u');

/** Whether JSX takes `name` for an element or component. */
export const isElementName = (name: string): boolean => ELEMENT.test(name);

/** Whether JSX takes `name` for an attribute. */
export const isAttributeName = (name: string): boolean => ATTRIBUTE.test(name);

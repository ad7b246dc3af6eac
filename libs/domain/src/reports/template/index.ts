export * from './lists';
export { indicatorOfList } from './list-indicators';
export * from './template';
export * from './render';
export { lessonsParagraph, mentoringParagraph } from './paragraphs';
export { yearParagraph } from './year-paragraph';
export { factRows } from './facts';
export { sayingCodes, sayingsOf } from './sayings';
export { yearlyTemplate } from './yearly-template';

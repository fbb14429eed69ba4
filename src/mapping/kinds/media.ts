/** Kinds that show something: pictures, recordings, drawings, other sites. */
import type { KindInfo } from './setting.ts';
import { attributes } from './setting.ts';

export const mediaKinds = {
  figure: {
    about: 'A picture with a caption. Inside a line of text it becomes a plain image.',
    settings: {
      src: { form: 'text', required: true, about: 'The address of the picture.' },
      alt: { form: 'text', about: 'The text for those who do not see the picture.' },
      title: { form: 'text', about: 'The heading of the caption.' },
      caption: { form: 'content', about: 'The caption.' },
      attribution: { form: 'content', about: 'Who made the picture; stands behind the caption.' },
      attributionLink: { form: 'text', about: 'Where the attribution links to.' },
      link: { form: 'text', about: 'Where the picture links to.' },
      width: { form: 'text', about: 'The width, in pixels or as CSS has it.' },
      height: { form: 'text', about: 'The height.' },
      attributes,
      imageAttributes: { form: 'map', about: 'Further attributes of the picture.' },
      linkAttributes: { form: 'map', about: 'Further attributes of the link around the picture.' },
    },
  },
  image: {
    about: 'A picture in a line of text, or in a paragraph of its own.',
    settings: {
      src: { form: 'text', required: true, about: 'The address of the picture.' },
      alt: { form: 'text', about: 'The text for those who do not see the picture.' },
      title: { form: 'text', about: 'The tooltip.' },
      attributes,
    },
  },
  gallery: {
    about: 'Pictures that are looked at together: those of the inner content, or some whose addresses are given.',
    settings: {
      images: { form: 'text', about: 'The addresses, where they are no inner content: `{ arg: images, split: "," }`.' },
    },
  },
  video: {
    about: 'A video file; what a provider shows is an `embed`. Inside a line of text it becomes a link.',
    settings: {
      src: { form: 'text', about: 'The address of the file.' },
      sources: { form: 'map', about: 'The addresses of several forms of it, by media type: `video/webm: $webm`.' },
      poster: { form: 'text', about: 'The address of the picture that stands there until it plays.' },
      title: { form: 'text', about: 'A title for those who do not see it.' },
      caption: { form: 'content', about: 'The caption.' },
      width: { form: 'text', about: 'The width.' },
      height: { form: 'text', about: 'The height.' },
      controls: { form: 'boolean', about: 'Whether readers can start and stop it; true without this key.' },
      attributes,
    },
  },
  audio: {
    about: 'An audio file. Inside a line of text it becomes a link.',
    settings: {
      src: { form: 'text', about: 'The address of the file.' },
      sources: { form: 'map', about: 'The addresses of several forms of it, by media type: `audio/ogg: $ogg`.' },
      title: { form: 'text', about: 'A title.' },
      caption: { form: 'content', about: 'The caption.' },
      controls: { form: 'boolean', about: 'Whether readers can start and stop it; true without this key.' },
      attributes,
    },
  },
  embed: {
    about: 'Content of another site: a video, a gist, a post. Inside a line of text it becomes a link.',
    settings: {
      provider: { form: 'text', required: true, about: 'youtube, vimeo, gist, x, instagram, codepen, …' },
      id: { form: 'text', required: true, about: 'What identifies the content at the provider.' },
      url: { form: 'text', about: 'The address of the page that shows it.' },
      title: { form: 'text', about: 'A title for those who do not see it.' },
      attributes,
    },
  },
  diagram: {
    about: 'A drawing in a language of its own, such as Mermaid.',
    settings: {
      lang: { form: 'text', about: 'The language; without it that of the code fence, or the name of the shortcode.' },
      value: { form: 'text', about: 'The text of the drawing; without it the inner text.' },
      title: { form: 'text', about: 'The title.' },
    },
  },
  include: {
    about:
      'What another file or page of the site holds, read as a part of this page. For a file of code see `{ as: code, value: { file: … } }`.',
    settings: {
      path: {
        form: 'text',
        required: true,
        about:
          'The file: from the site’s folder, or from the page’s own: `{ text: "content/shared/${0}.md" }`. Where there is none, the page that Hugo finds by it.',
      },
      in: {
        form: 'paths',
        about: 'The folders in which it is looked for, in turn; `.` is the page’s own.',
      },
    },
  },
} as const satisfies Readonly<Record<string, KindInfo>>;

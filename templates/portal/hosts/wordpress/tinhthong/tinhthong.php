<?php
/**
 * Plugin Name: Tinh Thông
 * Description: Tiện ích dịch vụ của tỉnh trên trang WordPress: [tinhthong widget="report-form"] · the province's widgets by shortcode.
 * Version: 1.0.0
 * Requires at least: 6.5
 * Requires PHP: 7.4
 * License: Apache-2.0
 * Network: true
 */

defined( 'ABSPATH' ) || exit;

/** The origin of the province and the embed key; for a whole network they may stand in wp-config.php. */
function tinhthong_setting( $name ) {
	$constant = 'TINHTHONG_' . strtoupper( $name );
	return defined( $constant ) ? constant( $constant ) : get_option( 'tinhthong_' . $name, '' );
}

/**
 * [tinhthong widget="report-form" commune="19789" link="/phan-anh/gui" title="Gửi phản ánh"]
 *
 * WordPress strips scripts and unknown tags of those who may not write them, in a multisite of everybody: so the tag is
 * written here, and authors write a shortcode.
 */
function tinhthong_shortcode( $given ) {
	$given  = array_change_key_case( (array) $given );
	$widget = 'tt-' . preg_replace( '/^tt-|[^a-z0-9-]/', '', strtolower( $given['widget'] ?? 'report-form' ) );
	$origin = untrailingslashit( tinhthong_setting( 'origin' ) );
	if ( ! preg_match( '#^https://[a-z0-9.-]+(:\d+)?$#', $origin ) ) {
		return current_user_can( 'manage_options' ) ? esc_html( 'Tinh Thông: chưa có địa chỉ của tỉnh trong Cài đặt → Tổng quan · no address of the province yet.' ) : '';
	}
	$link  = $origin . '/' . ltrim( $given['link'] ?? '/phan-anh/gui', '/' );
	$title = $given['title'] ?? 'Gửi phản ánh';
	$hotline = tinhthong_setting( 'hotline' );
	unset( $given['widget'], $given['link'], $given['title'] );

	$attributes = array_merge( array( 'embed-key' => tinhthong_setting( 'key' ), 'lang' => substr( get_bloginfo( 'language' ), 0, 2 ) ), $given );
	$written    = '';
	foreach ( $attributes as $name => $value ) {
		// What an author may give is what widgets read, never what runs or restyles.
		if ( is_string( $name ) && preg_match( '/^(?!on|style$|class$|id$|is$|slot$)[a-z][a-z0-9-]{0,30}$/', $name ) ) {
			$written .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	wp_enqueue_script_module( 'tinhthong', $origin . '/embed/v1/tinhthong.js', array(), null );
	$call = '' === $hotline ? '' : ' hoặc gọi ' . esc_html( $hotline );
	return sprintf( '<%1$s%2$s><a href="%3$s">%4$s</a>%5$s</%1$s>', $widget, $written, esc_url( $link ), esc_html( $title ), $call );
}
add_shortcode( 'tinhthong', 'tinhthong_shortcode' );

/** Three fields in Settings → General, for those who have no wp-config.php at hand. */
function tinhthong_settings() {
	$fields = array(
		'origin'  => array( 'Tinh Thông: địa chỉ của tỉnh (https://…)', 'esc_url_raw' ),
		'key'     => array( 'Tinh Thông: khóa nhúng (pk_…)', 'sanitize_text_field' ),
		'hotline' => array( 'Tinh Thông: đường dây nóng', 'sanitize_text_field' ),
	);
	foreach ( $fields as $name => list( $label, $sanitize ) ) {
		register_setting( 'general', 'tinhthong_' . $name, array( 'sanitize_callback' => $sanitize ) );
		add_settings_field(
			'tinhthong_' . $name,
			esc_html( $label ),
			function () use ( $name ) {
				printf( '<input class="regular-text" name="tinhthong_%1$s" value="%2$s">', esc_attr( $name ), esc_attr( get_option( 'tinhthong_' . $name, '' ) ) );
			},
			'general'
		);
	}
}
add_action( 'admin_init', 'tinhthong_settings' );
